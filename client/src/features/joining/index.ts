export { InvitationPage } from './invitation-page.js'
export { TypeCodePage } from './type-code-page.js'
