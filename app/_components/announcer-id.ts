/** The live region of the page; it outlives the pages, so that a change in it is read out. */
export const ANNOUNCER_ID = "announcer";
