import { furniture } from "./props/furniture";
import { outdoors } from "./props/outdoors";
import { people } from "./props/people";

/** Every hand-drawn thing that can be placed in a picture. */
export const props = { ...furniture, ...outdoors, ...people };

export type PropName = keyof typeof props;

export const propNames = Object.keys(props) as [PropName, ...PropName[]];
