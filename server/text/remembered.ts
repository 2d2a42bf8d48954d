/**
 * Remembers what a function answered.
 *
 * @param make answers the same for the same key at any time.
 * @param most how many answers are kept; with the next one all are forgotten, so that no text can fill the memory.
 */
export function remembered<K, V extends object>(make: (key: K) => V, most: number): (key: K) => V {
  const answers = new Map<K, V>();
  return (key) => {
    const known = answers.get(key);
    if (known !== undefined) return known;
    if (answers.size >= most) answers.clear();
    const answer = make(key);
    answers.set(key, answer);
    return answer;
  };
}
