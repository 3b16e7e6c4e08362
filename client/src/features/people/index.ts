export { InvitationsPage } from './invitations-page.js'
export { PeoplePage } from './people-page.js'
