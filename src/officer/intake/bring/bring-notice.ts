import { officePaths } from '../../../platform/paths.ts'

const problems = ['no-file', 'too-large', 'interrupted', 'stale', 'signed-out'] as const

/** Why a file was not brought, as a code in the address: nothing of the file, and nothing of who sent it. */
export type BringProblem = (typeof problems)[number]

/** The page with what happened: `?problem=too-large`. */
export const backWith = (problem: BringProblem): string => `${officePaths.bringFile()}?problem=${problem}`

/** Reads it back; what is not one of our codes is no problem. */
export const problemIn = ({ problem }: Readonly<Record<string, string>>): BringProblem | undefined => problems.find((each) => each === problem)

/** The control that a problem is about; empty: none. */
export const controlOf = (problem: BringProblem): 'file' | '' => (problem === 'stale' || problem === 'signed-out' ? '' : 'file')
