/**
 * Why a form on paper is not accepted: it keeps no filing date then, and nobody can appeal that (8 CFR 103.2(a)(7)(ii) and
 * (iii)). `status` is what its case becomes. Texts: `rejection.<reason>.why` and `.next` in `paper.json`.
 */
export const paperRejections = [
  { reason: 'unsigned', status: 'rejected-unsigned' },
  { reason: 'fee-missing', status: 'rejected-fee' },
  { reason: 'fee-wrong', status: 'rejected-fee' },
  { reason: 'payment-not-taken', status: 'rejected-fee' },
  { reason: 'payment-failed', status: 'rejected-payment-failed' },
  { reason: 'old-edition', status: 'rejected-old-edition' },
  { reason: 'pages-missing', status: 'rejected-improperly-filed' },
  { reason: 'parts-empty', status: 'rejected-improperly-filed' },
  { reason: 'papers-missing', status: 'rejected-improperly-filed' },
  { reason: 'wrong-place', status: 'rejected-improperly-filed' },
] as const
