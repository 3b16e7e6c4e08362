import { Navigate, Route, Routes } from 'react-router'
import { SignInPage } from '../features/identity/index.js'
import { InitiativesPage } from '../features/workspace/index.js'
import { addWords } from '../locales/catalogue.js'
import { NotFoundPage } from '../ui/pending-page.js'
import { fetchedPage } from './fetched-page.js'
import { Layout } from './layout.js'
import { SignedIn } from './signed-in.js'

/** Documents bring Yjs and the editors with them. */
const DocumentPage = fetchedPage(async () => {
  const [{ DocumentPage: page }] = await Promise.all([
    import('./document-page.js'),
    addWords(import('../locales/parts/documents.js')),
    sideWords()
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
    addWords(import('../locales/parts/documents.js'))
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

const listWords = () => addWords(import('../locales/parts/find.js'))
const accountWords = () => addWords(import('../locales/parts/account.js'))
/** What the sides say of themselves stands on several pages. */
const sideWords = () => addWords(import('../locales/parts/sides.js'))
/** What is asked of whoever opens an initiative is asked again of whoever is invited, and of a document that is added. */
const openingWords = () => addWords(import('../locales/parts/opening.js'))

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
        <Route path="/join" element={<TypeCodePage />} />
        <Route path="/join/:secret" element={<InvitationPage />} />
        <Route element={<SignedIn />}>
          <Route index element={<Navigate to="/initiatives" replace />} />
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
          <Route path="/sessions" element={<SessionsPage />} />
        </Route>
        <Route path="*" element={<NotFoundPage />} />
      </Route>
    </Routes>
  )
}
