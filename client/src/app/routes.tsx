import { Route, Routes } from 'react-router'
import { SignInPage } from '../features/identity/index.js'
import { NotFoundPage } from '../ui/pending-page.js'
import { Home } from './home.js'
import { Layout } from './layout.js'
import {
  AgreementsPage,
  DocumentPage,
  GalleryPage,
  HealthPage,
  InitiativesPage,
  InvitationPage,
  InvitationsPage,
  MyWorkPage,
  OpenAnswersPage,
  OpenPage,
  PeoplePage,
  PrinciplesPage,
  RecoverPage,
  RecoveredPage,
  RoadmapsPage,
  SessionsPage,
  SetUpPages,
  TypeCodePage,
  WorkspaceRoutes
} from './pages.js'
import { SignedIn } from './signed-in.js'

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
