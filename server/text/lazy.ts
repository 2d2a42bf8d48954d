/**
 * Puts off making a value until it is first asked for: what only few texts need costs nothing before.
 *
 * @param make called at most once, unless it throws.
 * @returns answers the value, always the same one.
 */
export function lazy<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
