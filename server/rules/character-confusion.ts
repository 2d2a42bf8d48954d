import { CHARACTERS_BY_SOUND } from '../knowledge/characters-by-sound.js';
import { LOOK_ALIKE_PAIRS } from '../knowledge/look-alike-characters.js';

/** Sounds that are typed for one another: with and without h behind z, c, s; n and ng at the end. */
const SAME_INITIAL = /^([zcs])h/u;
const SAME_FINAL = /ng$/u;
/** Words of grammar: they stand between any two words, and nobody types them for a noun or a verb. */
const GRAMMAR: ReadonlySet<string> = new Set('的了是也就都我你您不把给很才而么们这那哪他她它吗呢吧啊哦呀嘛俺咱想说');
const NO_GROUPS: readonly string[] = Object.freeze([]);

/** Which characters are typed for one another: of like sound or of like look. */
export class CharacterConfusion {
  /** Each character to groups of characters, all of which are taken for it. */
  private readonly groups = new Map<string, string[]>();

  constructor() {
    const bySound = new Map<string, string>();
    for (const [sound, characters] of CHARACTERS_BY_SOUND) {
      const blurred = sound.replace(SAME_INITIAL, '$1').replace(SAME_FINAL, 'n');
      bySound.set(blurred, (bySound.get(blurred) ?? '') + characters);
    }
    for (const characters of bySound.values()) {
      let wrongs = '';
      for (const character of characters) if (!GRAMMAR.has(character)) wrongs += character;
      for (const character of characters) this.add(character, wrongs);
    }
    for (const pair of LOOK_ALIKE_PAIRS) {
      this.add(pair.charAt(0), pair.charAt(1));
      this.add(pair.charAt(1), pair.charAt(0));
    }
  }

  /** Every character that another is taken for. */
  characters(): Iterable<string> {
    return this.groups.keys();
  }

  /** Groups of characters that are taken for one; a character may stand in several, and the right one among them. */
  groupsOf(right: string): readonly string[] {
    return this.groups.get(right) ?? NO_GROUPS;
  }

  /** Whether the first character is taken for the second. */
  isTakenFor(wrong: string, right: string): boolean {
    return this.groupsOf(right).some((group) => group.includes(wrong));
  }

  private add(right: string, wrongs: string): void {
    const known = this.groups.get(right);
    if (known === undefined) this.groups.set(right, [wrongs]);
    else known.push(wrongs);
  }
}
