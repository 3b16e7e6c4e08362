import documentStyles from '../features/document/document-styles.css?url'
import galleryStyles from '../features/gallery/gallery.css?url'
import { addStylesheet } from '../lib/stylesheet.js'
import { addWords } from '../locales/catalogue.js'
import { fetchedPage } from './fetched-page.js'
import { accountWords, documentWords, listWords, myWorkWords, openingWords, operationWords, sideWords, workspaceWords } from './words.js'

/* The pages that are fetched when they are opened, each with the words and the looks that no other page needs. */

export const InitiativesPage = fetchedPage(async () => (await import('../features/workspace/initiatives-page.js')).InitiativesPage)
export const MyWorkPage = fetchedPage(async () => {
  const [{ MyWorkPage: page }] = await Promise.all([import('../features/my-work/my-work-page.js'), myWorkWords()])
  return page
})
/** Documents bring Yjs and the editors with them. */
export const DocumentPage = fetchedPage(async () => {
  const [{ DocumentPage: page }] = await Promise.all([import('./document-page.js'), documentWords(), sideWords(), documentLook()])
  return page
})
export const PrinciplesPage = fetchedPage(async () => {
  const [{ PrinciplesPage: page }] = await Promise.all([import('../features/principles/side-by-side-page.js'), sideWords()])
  return page
})
/** It shows recovered words as a document does, without one. */
export const RecoveredPage = fetchedPage(async () => {
  const [{ RecoveredPage: page }] = await Promise.all([import('../features/document/recovered-page.js'), documentWords(), documentLook()])
  return page
})
export const OpenPage = fetchedPage(async () => {
  const [{ OpenPage: page }] = await Promise.all([import('../features/workspace/opening/open-page.js'), openingWords()])
  return page
})
export const WorkspaceRoutes = fetchedPage(async () => {
  const [{ WorkspaceRoutes: pages }] = await Promise.all([
    import('./workspace-routes.js'),
    workspaceWords(),
    openingWords(),
    sideWords(),
    myWorkWords()
  ])
  return pages
})
/** It names clauses and questions as the documents do. */
export const OpenAnswersPage = fetchedPage(async () => {
  const [{ OpenAnswersPage: page }] = await Promise.all([
    import('../features/workspace/open-answers/open-answers-page.js'),
    workspaceWords(),
    documentWords(),
    sideWords()
  ])
  return page
})
/** For whoever builds screens, and for the tests that look at them; it shows nobody's data. */
export const GalleryPage = fetchedPage(async () => {
  const [{ GalleryPage: page }] = await Promise.all([
    import('../features/gallery/gallery-page.js'),
    addWords(import('../locales/parts/gallery.js')),
    // A day's field stands there, too.
    addWords(import('../locales/parts/documents.js')),
    addStylesheet(galleryStyles)
  ])
  return page
})
export const SetUpPages = fetchedPage(async () => {
  const [{ SetUpPages: pages }] = await Promise.all([import('../features/operation/index.js'), operationWords(), accountWords()])
  return pages
})
export const HealthPage = fetchedPage(async () => {
  const [{ HealthPage: page }] = await Promise.all([import('../features/operation/index.js'), operationWords()])
  return page
})
/** What few need, and then for a moment: a new password, and where one is signed in. */
export const RecoverPage = fetchedPage(async () => {
  const [{ RecoverPage: page }] = await Promise.all([import('../features/identity/recover-page.js'), accountWords()])
  return page
})
export const SessionsPage = fetchedPage(async () => {
  const [{ SessionsPage: page }] = await Promise.all([import('../features/identity/sessions-page.js'), accountWords()])
  return page
})
export const AgreementsPage = fetchedPage(async () => {
  const [{ AgreementsPage: page }] = await Promise.all([import('../features/find/document-lists.js'), listWords()])
  return page
})
export const RoadmapsPage = fetchedPage(async () => {
  const [{ RoadmapsPage: page }] = await Promise.all([import('../features/find/document-lists.js'), listWords()])
  return page
})
export const PeoplePage = fetchedPage(async () => (await peoplePages()).PeoplePage)
export const InvitationsPage = fetchedPage(async () => (await peoplePages()).InvitationsPage)
export const TypeCodePage = fetchedPage(async () => (await joiningPages()).TypeCodePage)
export const InvitationPage = fetchedPage(async () => (await joiningPages()).InvitationPage)

const documentLook = () => addStylesheet(documentStyles)

async function peoplePages() {
  const [pages] = await Promise.all([import('../features/people/index.js'), addWords(import('../locales/parts/people.js')), openingWords()])
  return pages
}

async function joiningPages() {
  const [pages] = await Promise.all([
    import('../features/joining/index.js'),
    addWords(import('../locales/parts/joining.js')),
    accountWords(),
    openingWords()
  ])
  return pages
}
