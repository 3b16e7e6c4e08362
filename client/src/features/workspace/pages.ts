/** The pages of one workspace: fetched together when the first of them is opened, so that going on asks for nothing more. */
export { DefinitionPage } from './definition/definition-page.js'
export { QuestionPage } from './definition/question-page.js'
export { ResultPage } from './definition/result-page.js'
export { ModalityPage } from './modality/modality-page.js'
export { InitiativePage } from './overview/initiative-page.js'
export { ProfilePage } from './profile/profile-page.js'
export { StagesPage } from './stages/stages-page.js'
