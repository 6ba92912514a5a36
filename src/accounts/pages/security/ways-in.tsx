import type { Text } from '../../../platform/i18n/text.ts'
import { paths } from '../../../platform/paths.ts'
import { Card } from '../../../ui/index.ts'
import type { OwnPasskey } from '../../passkeys/own-passkeys.ts'
import { PasskeysTable } from '../../passkeys/pages/passkeys.tsx'
import type { OwnFactors } from '../../second-factor/own-factors.ts'
import { FactorsPanel, SecondWayPrompt } from '../../second-factor/pages/factors-panel.tsx'

type WaysInProps = { t: Text; factors: OwnFactors; passkeys: readonly OwnPasskey[] }

/** What proves this person now: passkeys, and the ways in which codes come. */
export function WaysIn({ t, factors, passkeys }: WaysInProps) {
  return (
    <>
      {factors.hasSecondWay ? null : <SecondWayPrompt t={t} />}
      <Card title={t('passkeys.title')}>
        <PasskeysTable t={t} passkeys={passkeys} />
        <p>
          <a href={paths.passkeys()}>{t('security.passkeys.go')}</a>
        </p>
      </Card>
      <FactorsPanel t={t} factors={factors} />
    </>
  )
}
