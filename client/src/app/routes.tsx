import { Route, Routes } from 'react-router'
import { SignInPage } from '../features/identity/index.js'
import documentStyles from '../features/document/document-styles.css?url'
import galleryStyles from '../features/gallery/gallery.css?url'
import { InitiativesPage } from '../features/workspace/index.js'
import { addStylesheet } from '../lib/stylesheet.js'
import { addWords } from '../locales/catalogue.js'
import { NotFoundPage } from '../ui/pending-page.js'
import { fetchedPage } from './fetched-page.js'
import { Home } from './home.js'
import { Layout } from './layout.js'
import { SignedIn } from './signed-in.js'

const MyWorkPage = fetchedPage(async () => {
  const [{ MyWorkPage: page }] = await Promise.all([
    import('../features/my-work/my-work-page.js'),
    addWords(import('../locales/parts/myWork.js'))
  ])
  return page
})
/** Documents bring Yjs and the editors with them. */
const DocumentPage = fetchedPage(async () => {
  const [{ DocumentPage: page }] = await Promise.all([
    import('./document-page.js'),
    addWords(import('../locales/parts/documents.js')),
    sideWords(),
    documentLook()
  ])
  return page
})
const PrinciplesPage = fetchedPage(async () => {
  const [{ PrinciplesPage: page }] = await Promise.all([import('../features/principles/side-by-side-page.js'), sideWords()])
  return page
})
/** It shows recovered words as a document does, without one. */
const RecoveredPage = fetchedPage(async () => {
  const [{ RecoveredPage: page }] = await Promise.all([
    import('../features/document/recovered-page.js'),
    addWords(import('../locales/parts/documents.js')),
    documentLook()
  ])
  return page
})
const OpenPage = fetchedPage(async () => {
  const [{ OpenPage: page }] = await Promise.all([import('../features/workspace/opening/open-page.js'), openingWords()])
  return page
})
const WorkspaceRoutes = fetchedPage(async () => {
  const [{ WorkspaceRoutes: pages }] = await Promise.all([
    import('./workspace-routes.js'),
    addWords(import('../locales/parts/workspace.js')),
    openingWords(),
    sideWords()
  ])
  return pages
})
/** It names clauses and questions as the documents do. */
const OpenAnswersPage = fetchedPage(async () => {
  const [{ OpenAnswersPage: page }] = await Promise.all([
    import('../features/workspace/open-answers/open-answers-page.js'),
    addWords(import('../locales/parts/workspace.js')),
    addWords(import('../locales/parts/documents.js')),
    sideWords()
  ])
  return page
})
/** For whoever builds screens, and for the tests that look at them; it shows nobody's data. */
const GalleryPage = fetchedPage(async () => {
  const [{ GalleryPage: page }] = await Promise.all([
    import('../features/gallery/gallery-page.js'),
    addWords(import('../locales/parts/gallery.js')),
    // A day's field stands there, too.
    addWords(import('../locales/parts/documents.js')),
    addStylesheet(galleryStyles)
  ])
  return page
})
const SetUpPages = fetchedPage(async () => {
  const [{ SetUpPages: pages }] = await Promise.all([import('../features/operation/index.js'), operationWords()])
  return pages
})
const HealthPage = fetchedPage(async () => {
  const [{ HealthPage: page }] = await Promise.all([import('../features/operation/index.js'), operationWords()])
  return page
})
/** What few need, and then for a moment: a new password, and where one is signed in. */
const RecoverPage = fetchedPage(async () => {
  const [{ RecoverPage: page }] = await Promise.all([import('../features/identity/recover-page.js'), accountWords()])
  return page
})
const SessionsPage = fetchedPage(async () => {
  const [{ SessionsPage: page }] = await Promise.all([import('../features/identity/sessions-page.js'), accountWords()])
  return page
})
const AgreementsPage = fetchedPage(async () => {
  const [{ AgreementsPage: page }] = await Promise.all([import('../features/find/document-lists.js'), listWords()])
  return page
})
const RoadmapsPage = fetchedPage(async () => {
  const [{ RoadmapsPage: page }] = await Promise.all([import('../features/find/document-lists.js'), listWords()])
  return page
})
const PeoplePage = fetchedPage(async () => (await peoplePages()).PeoplePage)
const InvitationsPage = fetchedPage(async () => (await peoplePages()).InvitationsPage)
const TypeCodePage = fetchedPage(async () => (await joiningPages()).TypeCodePage)
const InvitationPage = fetchedPage(async () => (await joiningPages()).InvitationPage)

const documentLook = () => addStylesheet(documentStyles)
const listWords = () => addWords(import('../locales/parts/find.js'))
const accountWords = () => addWords(import('../locales/parts/account.js'))
/** What the sides say of themselves stands on several pages. */
const sideWords = () => addWords(import('../locales/parts/sides.js'))
/** What is asked of whoever opens an initiative is asked again of whoever is invited, and of a document that is added. */
const openingWords = () => addWords(import('../locales/parts/opening.js'))
const operationWords = () => addWords(import('../locales/parts/operation.js'))

async function peoplePages() {
  const [pages] = await Promise.all([import('../features/people/index.js'), addWords(import('../locales/parts/people.js')), openingWords()])
  return pages
}

async function joiningPages() {
  const [pages] = await Promise.all([
    import('../features/joining/index.js'),
    addWords(import('../locales/parts/joining.js')),
    openingWords()
  ])
  return pages
}

export function AppRoutes() {
  return (
    <Routes>
      <Route element={<Layout />}>
        <Route path="/sign-in" element={<SignInPage />} />
        <Route path="/recover" element={<RecoverPage />} />
        <Route path="/gallery" element={<GalleryPage />} />
        <Route path="/setup/:step?" element={<SetUpPages />} />
        <Route path="/join" element={<TypeCodePage />} />
        <Route path="/join/:secret" element={<InvitationPage />} />
        <Route element={<SignedIn />}>
          <Route index element={<Home />} />
          <Route path="/my-work" element={<MyWorkPage />} />
          <Route path="/initiatives" element={<InitiativesPage />} />
          <Route path="/agreements" element={<AgreementsPage />} />
          <Route path="/roadmaps" element={<RoadmapsPage />} />
          <Route path="/open" element={<OpenPage />} />
          <Route path="/initiatives/:id/*" element={<WorkspaceRoutes />} />
          <Route path="/initiatives/:id/principles" element={<PrinciplesPage />} />
          <Route path="/initiatives/:id/open" element={<OpenAnswersPage />} />
          <Route path="/initiatives/:id/people" element={<PeoplePage />} />
          <Route path="/initiatives/:id/invitations" element={<InvitationsPage />} />
          <Route path="/documents/:id" element={<DocumentPage />} />
          <Route path="/recovered" element={<RecoveredPage />} />
          <Route path="/health" element={<HealthPage />} />
          <Route path="/sessions" element={<SessionsPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
