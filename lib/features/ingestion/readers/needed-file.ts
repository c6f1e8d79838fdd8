/** What to do about a file that is no caption file; a sentence for the end of a refusal. */
export const GIVE_CAPTION_FILE = "Give a COCO caption file (captions_*.json), or CSV, TSV or JSON Lines with the columns image_id and caption.";
