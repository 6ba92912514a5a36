/** Something that holds the money together, taken out of the code: the tests of this folder must turn red. */
export interface Mutation {
  readonly what: string
  readonly file: string
  /** Found exactly once in the file. */
  readonly is: string
  readonly becomes: string
}

const payment = (name: string) => `src/filing/payment/${name}.ts`

export const mutations: readonly Mutation[] = [
  {
    what: 'each try opens under a key of its own',
    file: payment('prepare-payment'),
    is: 'open(checkoutOf(services, payment), payment.id)',
    becomes: 'open(checkoutOf(services, payment), payment.id + Math.random())',
  },
  {
    what: 'what was signed is not compared with what is there',
    file: payment('receive-paid'),
    is: "return (await signatureCovers(context, draft, signature)) ? null : 'changed-since-signed'",
    becomes: 'return null',
  },
  {
    what: 'news is believed, not asked about',
    file: payment('settle-payment'),
    is: '  const found = await providerOf(context.services, payment).find(payment.provider_id)',
    becomes: "  const found = { ...(await providerOf(context.services, payment).find(payment.provider_id)), status: 'authorised' as const }",
  },
  {
    what: 'nobody asks after payments',
    file: payment('reconcile-payments'),
    is: 'for (const payment of due)',
    becomes: 'for (const payment of due.slice(0, 0))',
  },
  { what: 'a lost job is not queued anew', file: payment('reconcile-payments'), is: 'if (!verb) return', becomes: 'if (verb) return' },
  {
    what: 'what was taken is not given back',
    file: payment('release-payment'),
    is: 'return owing > 0 ?',
    becomes: 'return owing < 0 ?',
  },
  {
    what: 'a debit on its way is called let go',
    file: payment('release-payment'),
    is: "status === 'processing' || status === 'pending'",
    becomes: "status === 'open'",
  },
  {
    what: 'what the bank took back is given back too',
    file: payment('release-payment'),
    is: 'found.capturedCents - found.refundedCents - found.takenBackCents',
    becomes: 'found.capturedCents - found.refundedCents',
  },
  {
    what: 'the sum on the page is not compared',
    file: payment('pay-draft'),
    is: 'if (price.sumCents !== shownCents)',
    becomes: 'if (price.sumCents < 0)',
  },
  { what: 'another payment is begun beside the one under way', file: payment('pay-draft'), is: 'if (live) await letGo(context, live)', becomes: '' },
  {
    what: 'a form that was submitted is received again',
    file: payment('receive-paid'),
    is: "if (draft.submission) return 'already-submitted'",
    becomes: '',
  },
  {
    what: 'the newest signature is the one with the latest time',
    file: 'src/filing/signature/signature-store.ts',
    is: "orderBy('ordinal', 'desc')",
    becomes: "orderBy('signed_at', 'desc')",
  },
]
