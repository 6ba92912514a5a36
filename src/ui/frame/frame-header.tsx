import { csrfFieldName } from '../../platform/http/csrf.ts'
import { officePaths, paths } from '../../platform/paths.ts'
import { Mark } from '../mark.tsx'
import { DemonstrationBar } from './demonstration-bar.tsx'
import { accountLinks, type FrameLink, officeLinks, portalLinks } from './frame-links.ts'
import type { FrameProps } from './frame-props.ts'

function NavLink({ href, words, currentPath }: FrameLink & { currentPath: string }) {
  return (
    <li>
      <a href={href} aria-current={href === currentPath ? 'page' : undefined}>
        {words}
      </a>
    </li>
  )
}

/** Signing out changes something, so it is a form, never a link a prefetcher could follow. */
function SignOut({ t, csrfToken, audience }: FrameProps) {
  return (
    <form class="sign-out" method="post" action={audience === 'office' ? officePaths.signOut() : paths.signOut()}>
      <input type="hidden" name={csrfFieldName} value={csrfToken} />
      <button class="nav-button" type="submit">
        {t('ui.nav.sign-out')}
      </button>
    </form>
  )
}

/** A second row with the account's places: always open, so it needs no script and no opening. */
function AccountMenu({ t, currentPath, viewer }: FrameProps) {
  return (
    <nav class="account-menu" aria-label={t('ui.nav.account')}>
      <div class="wrap">
        <a class="account-menu-title" href={paths.account()}>
          {t('ui.nav.account')}
        </a>
        <ul>
          {accountLinks(t, viewer.kind === 'account' && viewer.represents === true).map((link) => (
            <NavLink key={link.href} {...link} currentPath={currentPath} />
          ))}
        </ul>
      </div>
    </nav>
  )
}

/** So many places stand beside the name; more have a row of their own, which no width breaks. */
const besideMost = 4

function PlacesRow({ t, links, currentPath }: Pick<FrameProps, 't' | 'currentPath'> & { links: readonly FrameLink[] }) {
  return (
    <nav class="account-menu" aria-label={t('ui.nav.main')}>
      <div class="wrap">
        <ul>
          {links.map((link) => (
            <NavLink key={link.href} {...link} currentPath={currentPath} />
          ))}
        </ul>
      </div>
    </nav>
  )
}

function linksFor({ t, audience, viewer }: FrameProps): FrameLink[] {
  if (audience === 'office') return viewer.kind === 'staff' ? officeLinks(t, viewer.places ?? ['cases']) : []
  return portalLinks(t)
}

function HeaderEnd(props: FrameProps) {
  const { t, viewer, audience, currentPath } = props
  if (viewer.kind !== 'visitor') return <SignOut {...props} />
  const href = audience === 'office' ? officePaths.signIn() : paths.signIn()
  return (
    <a class="nav-button" href={href} aria-current={href === currentPath ? 'page' : undefined}>
      {t('ui.nav.sign-in')}
    </a>
  )
}

/** The name, the places, and **Sign In** or **Sign Out**, on every page. */
export function FrameHeader(props: FrameProps) {
  const { t, agencyShortName, audience, viewer, currentPath } = props
  const links = linksFor(props)
  const isRow = links.length > besideMost
  return (
    <header class="top">
      {props.demonstration ? <DemonstrationBar t={t} /> : null}
      <div class="wrap top-row">
        <a class="brand" href={audience === 'office' ? officePaths.front() : paths.front()}>
          <Mark />
          <span class="brand-name">{t('ui.product')}</span>
          {audience === 'office' ? <span class="brand-place">{t('ui.nav.office', { agency: agencyShortName })}</span> : null}
        </a>
        {links.length > 0 && !isRow ? (
          <nav class="top-nav" aria-label={t('ui.nav.main')}>
            <ul>
              {links.map((link) => (
                <NavLink key={link.href} {...link} currentPath={currentPath} />
              ))}
            </ul>
          </nav>
        ) : null}
        <HeaderEnd {...props} />
      </div>
      {isRow ? <PlacesRow t={t} links={links} currentPath={currentPath} /> : null}
      {viewer.kind === 'account' && audience === 'portal' ? <AccountMenu {...props} /> : null}
    </header>
  )
}
