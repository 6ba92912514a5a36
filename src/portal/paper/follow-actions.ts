import { signedIn } from '../../accounts/index.ts'
import { caseFor, parseReceiptNumber, stopFollowers, unfollowCase } from '../../cases/index.ts'
import { notFound, seeOther } from '../../platform/http/answer.ts'
import { textField } from '../../platform/http/field.ts'
import { action, type Context, procedure, records } from '../../platform/http/page.ts'
import { paths } from '../../platform/paths.ts'

/** **Stop following**, from the home. */
export const unfollowAction = action({
  path: paths.unfollowCase,
  access: signedIn,
  audit: records(unfollowCase),
  fields: { receiptNumber: textField({ empty: 'paper.receipt.empty', most: 20 }) },
  submit: {
    operation: unfollowCase,
    input: ({ receiptNumber }) => ({ receiptNumber }),
    shows: { 'not-allowed': () => notFound, 'too-many-attempts': () => seeOther(paths.account()) },
    then: () => seeOther(paths.account()),
  },
  back: () => seeOther(paths.account()),
})

const stopThem = procedure({
  refusals: ['no-such-case'],
  call: async (context: Context, receiptNumber: string) => {
    const read = parseReceiptNumber(receiptNumber, context.services.agency.receipts.prefixes)
    const own = read.ok ? await context.read(caseFor, { receiptNumber: read.number }) : null
    return own ? context.perform(stopFollowers, { caseId: own.id }) : notFound
  },
})

/** **Stop them**, from a case of the person's own: whoever follows it by its number. */
export const stopFollowersAction = action({
  path: paths.stopFollowers,
  access: signedIn,
  audit: records(stopFollowers),
  fields: {},
  submit: {
    operation: stopThem,
    input: (_fields, context) => context.params.receiptNumber,
    shows: { 'no-such-case': () => notFound, 'not-allowed': () => notFound, 'too-many-attempts': (context) => seeOther(paths.case(context.params)) },
    then: (_output, context) => seeOther(paths.case(context.params)),
  },
  back: (context) => seeOther(paths.case(context.params)),
})
