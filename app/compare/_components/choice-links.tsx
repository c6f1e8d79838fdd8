import { ChoiceLinks as Links } from "@/app/_components/choice-links";
import { compareHref, type CompareState } from "../_lib/compare-state";

interface Props<K extends keyof CompareState> {
  state: CompareState;
  label: string;
  name: K;
  choices: { value: CompareState[K]; label: string }[];
}

/** The values that a part of the state may have. */
export function ChoiceLinks<K extends keyof CompareState>({ state, label, name, choices }: Props<K>) {
  return <Links label={label} choices={choices.map(({ value, label: text }) => ({ href: compareHref(state, { [name]: value }), text, isCurrent: state[name] === value }))} />;
}
