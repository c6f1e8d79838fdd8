import { z } from "zod";
import { parseImageName } from "./image-name";

/** A list with commas. @param what its members are called */
export const list = (most: number, what: string) => z.string().transform((text) => text.split(",").map((item) => item.trim())).pipe(z.array(z.string().min(1, "must not have empty places")).max(most, `must name at most ${most} ${what}`));

export const numbers = (most: number, what: string) => list(most, what).pipe(z.array(z.string().regex(/^\d{1,10}$/, `must be a list of numbers such as 1,2,3`).transform(Number)));

export const query = z.string().trim().min(1, "must not be empty").max(1000, "must be at most 1 000 characters");

/** As formatImageName makes it. */
export const imageName = z.string().transform((name, context) => {
  const image = parseImageName(name);
  if (!image) context.addIssue({ code: "custom", message: "must name an image by collection and id, such as coco:139" });
  return image ?? z.NEVER;
});
