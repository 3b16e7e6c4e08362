export { HelpPanel } from './help-panel.js'
