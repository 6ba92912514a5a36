import { footerLinks } from './frame-links.ts'
import type { FrameProps } from './frame-props.ts'

function Languages({ t, languages }: FrameProps) {
  if (languages.length < 2) return null
  return (
    <nav aria-label={t('ui.nav.languages')}>
      <ul class="footer-links">
        {languages.map(({ code, name, href }) => (
          <li key={code}>
            <a href={href} lang={code} hreflang={code} aria-current={code === t.language ? 'true' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function Themes({ t, themes = [], theme = 'system' }: FrameProps) {
  if (themes.length === 0) return null
  return (
    <nav aria-label={t('ui.nav.themes')}>
      <ul class="footer-links">
        {themes.map((each) => (
          <li key={each.theme}>
            <a href={each.href} aria-current={each.theme === theme ? 'true' : undefined}>
              {each.name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function PortalLinks({ t }: FrameProps) {
  return (
    <nav aria-label={t('ui.nav.footer')}>
      <ul class="footer-links">
        {footerLinks(t).map(({ href, words }) => (
          <li key={href}>
            <a href={href}>{words}</a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

export function FrameFooter(props: FrameProps) {
  const { t, operatorName, audience } = props
  return (
    <footer class="bottom">
      <div class="wrap stack">
        {audience === 'portal' ? <PortalLinks {...props} /> : null}
        <Languages {...props} />
        <Themes {...props} />
        <p class="muted">
          {operatorName ? `${t('ui.operated-by', { operator: operatorName })} ` : null}
          {t('ui.footer.about')}
        </p>
      </div>
    </footer>
  )
}
