import type { Text } from '../platform/i18n/text.ts'
import { paths } from '../platform/paths.ts'
import { Card, NumberText } from '../ui/index.ts'

/** Invented ones, of the right shape: the same three stand wherever the numbers are told apart. */
const samples = { account: '482109375523', 'a-number': 'A087654321', receipt: 'IOE9012345677' } as const
const kinds = ['account', 'a-number', 'receipt'] as const

/** Which number is which: the account, the person, the case; `more` leads to the page that explains them. */
export function ThreeNumbers({ t, more }: { t: Text; more?: boolean }) {
  return (
    <Card title={t('portal.numbers.title')}>
      <div class="stack">
        <div class="columns">
          {kinds.map((kind) => (
            <div key={kind}>
              <p>
                <NumberText t={t} kind={kind} value={samples[kind]} big />
              </p>
              <p>
                <strong>{t(`portal.numbers.${kind}.name`)}</strong> {t(`portal.numbers.${kind}.about`)}
              </p>
            </div>
          ))}
        </div>
        {more ? (
          <p>
            <a href={paths.helpAccountNumber()}>{t('portal.numbers.more')}</a>
          </p>
        ) : null}
      </div>
    </Card>
  )
}
