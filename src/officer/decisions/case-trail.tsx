import { seeOther } from '../../platform/http/answer.ts'
import type { Text } from '../../platform/i18n/text.ts'
import { officePaths } from '../../platform/paths.ts'
import { Breadcrumb } from '../../ui/index.ts'

type CaseTrailProps = { t: Text; receiptNumber: string; here: string; through?: { words: string; href: string } }

/** From the queues over the case file to one page about it. */
export const CaseTrail = ({ t, receiptNumber, here, through }: CaseTrailProps) => (
  <Breadcrumb
    t={t}
    trail={[
      { words: t('officer.queues.title'), href: officePaths.queues() },
      { words: t('officer.case.crumb'), href: officePaths.case({ receiptNumber }) },
      ...(through ? [through] : []),
      { words: here },
    ]}
  />
)

/** Back to the case, which asks for a reason where its file was not opened. */
export const toCase = ({ params }: { readonly params: object }) =>
  seeOther(officePaths.case({ receiptNumber: (params as { receiptNumber?: string }).receiptNumber ?? '' }))
