import type { ComponentChildren } from 'preact'
import type { Text } from '../../platform/i18n/text.ts'
import type { AssetName, Assets } from '../assets.ts'

/** Who looks at the page. `unfinished` is an account whose sign-up is not complete: it has no account menu yet. */
export type Viewer =
  | { kind: 'visitor' }
  | { kind: 'unfinished' }
  | { kind: 'account'; name?: string; represents?: boolean }
  | { kind: 'staff'; name?: string; places?: readonly OfficePlace[] }

/** Parts of the office that a role works in: the header leads to no other. */
export type OfficePlace = 'cases' | 'refunds' | 'money' | 'intake' | 'printing' | 'support' | 'numbers' | 'record'

export type LanguageLink = { code: string; name: string; href: string }
export type ThemeLink = { theme: 'system' | 'light' | 'dark'; name: string; href: string }

export type FrameProps = {
  t: Text
  title: string
  agencyShortName: string
  demonstration: boolean
  operatorName: string
  viewer: Viewer
  currentPath: string
  /** Goes into the Sign Out form; a visitor's page needs none. */
  csrfToken: string
  languages: readonly LanguageLink[]
  themes?: readonly ThemeLink[]
  theme?: 'system' | 'light' | 'dark'
  audience: 'portal' | 'office'
  assets: Assets
  /** A script this page needs beside the one of all pages. */
  script?: AssetName | undefined
  children: ComponentChildren
  aside?: ComponentChildren
  /** The page uses the whole width: tables, the front page. */
  wide?: boolean
  /** The page came back with errors: its title says so, since it is read first. */
  hasErrors?: boolean
  /** Where the session ends if nothing is done; drawn outside the main content. */
  idleNotice?: ComponentChildren
  /** Said once, on a first visit, after everything else and in nobody's way. */
  mention?: ComponentChildren
}
