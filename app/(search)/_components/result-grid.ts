/** The columns of image cards. An explanation takes the row after that of its card, which other cards fill up. */
export const resultGrid = "grid grid-flow-row-dense grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-6 gap-y-10";
