import type { AgencyPack, DecisionKind, Ground } from '../../agency/index.ts'

/** What a decision of this kind may rest on for a form; an approval rests on nothing that is chosen. */
export function groundsFor({ decisions }: AgencyPack, kind: DecisionKind, form: string): readonly Ground[] {
  const all = { approval: [], denial: decisions.denialGrounds, reopening: decisions.reopeningGrounds, 'motion-refusal': decisions.motionGrounds }[kind]
  return all.filter(({ forms }: Ground) => forms === undefined || forms.includes(form))
}

/** The law that a ground rests on, whichever decision it is of; empty for a code that the pack no longer has. */
export const citeOf = ({ decisions }: AgencyPack, code: string): string =>
  [...decisions.denialGrounds, ...decisions.reopeningGrounds, ...decisions.motionGrounds].find((ground) => ground.code === code)?.cite ?? ''

/** Whether these grounds, some and each once, are among those a decision of this kind may rest on. */
export function areGrounds(agency: AgencyPack, kind: DecisionKind, form: string, codes: readonly string[]): boolean {
  const known = groundsFor(agency, kind, form).map(({ code }) => code)
  return codes.length > 0 && new Set(codes).size === codes.length && codes.every((code) => known.includes(code))
}
