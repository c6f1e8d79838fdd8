/** XML 1.0 has no place for them; Excel takes a file with one for damaged. */
// eslint-disable-next-line no-control-regex -- these are what is looked for
const UNWRITABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** What of a text a workbook can hold. */
export const writableText = (text: string): string => text.replace(UNWRITABLE, "");
