/** A text's school grade is said of texts with at least this many words: of a label it would mean nothing. */
const wordsLeast = 12

/** Syllables of an English word, as well as they can be told from its letters. */
function syllables(word: string): number {
  const letters = word.toLowerCase().replace(/[^a-z]/g, '')
  const sounded = letters.replace(/(?:[^laeiouy]es|ed|[^laeiouy]e)$/, '').replace(/^y/, '')
  return Math.max(1, sounded.match(/[aeiouy]{1,2}/g)?.length ?? 1)
}

/**
 * The grade of school at which an English text is read, by Flesch and Kincaid (1975); undefined for one of few words.
 * What stands in braces counts as one short word.
 */
export function readingGrade(text: string): number | undefined {
  const plain = text.replace(/\{[^{}]*\}/g, 'x')
  const words = plain.split(/\s+/).filter((word) => /[a-z]/i.test(word))
  if (words.length < wordsLeast) return undefined
  const sentences = plain.split(/[.?!:;](?:\s|$)/).filter((sentence) => sentence.trim() !== '')
  const spoken = words.reduce((sum, word) => sum + syllables(word), 0)
  return 0.39 * (words.length / sentences.length) + 11.8 * (spoken / words.length) - 15.59
}

export type GradedText = { readonly key: string; readonly text: string; readonly grade: number }

/** The texts that have a grade, the hardest first. */
export const gradedTexts = (texts: { readonly [key: string]: string }): readonly GradedText[] =>
  Object.entries(texts)
    .flatMap(([key, text]) => {
      const grade = readingGrade(text)
      return grade === undefined ? [] : [{ key, text, grade }]
    })
    .toSorted((one, other) => other.grade - one.grade)
