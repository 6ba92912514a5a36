import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Breadcrumb } from '../../../ui/index.ts'

/** The way back to the practice, and from there to the account. */
export const PracticeCrumbs = ({ t, here }: { t: Text; here?: string }) => (
  <Breadcrumb
    t={t}
    trail={[
      { words: t('practice.crumb.account'), href: paths.account() },
      ...(here === undefined ? [{ words: t('practice.title') }] : [{ words: t('practice.title'), href: paths.practice() }, { words: here }]),
    ]}
  />
)
