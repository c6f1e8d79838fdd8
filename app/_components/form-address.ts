/** The address a search form leads to, without empty fields; null where nothing is asked. */
export function addressOf(form: FormData): string | null {
  const params = new URLSearchParams();
  form.forEach((value, name) => {
    if (typeof value === "string" && value.trim() !== "") params.set(name, value.trim());
  });
  return params.has("q") ? `/?${params}` : null;
}
