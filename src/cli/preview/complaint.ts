const charactersMost = 4_000

/** Where an error was thrown, step by step, and what Node prints around it: of no use to who writes a form. */
const isNoise = (line: string) =>
  /^\s+at |^node:internal|^Node\.js v\d|^\s*throw |^\s*triggerUncaught|^\s*\^+\s*$|^Error: Transform failed|^\s+name: '|^}$/.test(line)

/**
 * What is wrong, out of what a process printed as it failed: the sentence, the file and the line, paths as they stand in the
 * pack. The first step inside the pack is kept where nothing else names a file of it.
 */
export function complaintIn(printed: string, pack: string): string {
  const plain = printed.replaceAll('file://', '').replaceAll(`${pack}/`, '')
  const lines = plain.split('\n')
  const said = lines.filter((line) => !isNoise(line)).join('\n')
  const place = said.includes('.ts:') ? undefined : lines.find((line) => /^\s+at .*forms\/\S+\.ts:\d+/.test(line))
  return [said, place].join('\n').replaceAll(/\n{3,}/g, '\n\n').trim().slice(0, charactersMost)
}
