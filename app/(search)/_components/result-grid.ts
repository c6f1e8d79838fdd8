/** The columns of image cards. */
export const resultGrid = "grid grid-cols-[repeat(auto-fill,minmax(min(17rem,100%),1fr))] gap-x-6 gap-y-10";
