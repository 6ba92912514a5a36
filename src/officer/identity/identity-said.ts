/** What is said in the file of a case after a press about who its person is. */
export const identitySaid = ['asked', 'asked-already', 'case-is-over', 'decided', 'decided-before', 'empty'] as const
export type IdentitySaid = (typeof identitySaid)[number]
