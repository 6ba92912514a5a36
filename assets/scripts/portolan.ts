import { keepWhatIsTyped } from './autosave.ts'
import { addCopyButtons } from './copy-button.ts'
import { changeCountryInPlace } from './country-fields.ts'
import { focusErrorSummary } from './error-summary.ts'
import { showChosenFiles } from './file-chosen.ts'
import { warnBeforeIdle } from './idle-warning.ts'
import { showPrintButtons } from './print-button.ts'
import { sendOnce } from './send-once.ts'
import { addShowPassword } from './show-password.ts'
import { showWhenAsked } from './shown-when.ts'
import { stepThroughLists } from './step-through-list.ts'

focusErrorSummary()
addCopyButtons()
addShowPassword()
showPrintButtons()
showChosenFiles()
showWhenAsked()
sendOnce()
changeCountryInPlace()
warnBeforeIdle()
keepWhatIsTyped()
stepThroughLists()
