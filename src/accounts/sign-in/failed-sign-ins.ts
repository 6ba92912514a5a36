import type { Limit } from '../../platform/attempts.ts'

/** Failed sign-ins of one network address in a minute, with whatever factor; a right one gives its place back. */
export const failedSignIns: readonly Limit<unknown>[] = [
  { name: 'accounts.sign-in.network', most: 20, withinSeconds: 60, of: ({ request }) => request.network, failuresOnly: true },
]
