import { firstToRun, installPackage } from './system-package.mjs'

// First the one without a window of its own: the same pages at half the work.
const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const macApplications = [
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
]

/** The path of the system's Chromium, or undefined. CHROMIUM_PATH goes before. */
export const findChromium = () => firstToRun({ before: process.env.CHROMIUM_PATH, names, after: macApplications })

/** Finds Chromium, or installs it with the system's package manager; ends the process with one line otherwise. */
export const needChromium = () => {
  const found = findChromium()
  if (found) return found
  for (const name of ['chromium-headless-shell', 'chromium']) {
    installPackage(name, 'Chromium')
    const installed = findChromium()
    if (installed) return installed
  }
  console.error('The journeys need Chromium: install it (apt-get install chromium) or set CHROMIUM_PATH to it')
  process.exit(1)
}
