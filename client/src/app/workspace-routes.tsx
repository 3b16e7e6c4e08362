import { Route, Routes } from 'react-router'
import { DefinitionPage } from '../features/workspace/definition/definition-page.js'
import { QuestionPage } from '../features/workspace/definition/question-page.js'
import { ResultPage } from '../features/workspace/definition/result-page.js'
import { ModalityPage } from '../features/workspace/modality/modality-page.js'
import { InitiativePage } from '../features/workspace/overview/initiative-page.js'
import { ProfilePage } from '../features/workspace/profile/profile-page.js'
import { StagesPage } from '../features/workspace/stages/stages-page.js'
import { NotFoundPage } from '../ui/pending-page.js'

/** The pages of one workspace: fetched together when the first of them is opened, so that going on asks for nothing more. */
export function WorkspaceRoutes() {
  return (
    <Routes>
      <Route index element={<InitiativePage />} />
      <Route path="definition" element={<DefinitionPage />} />
      <Route path="definition/result" element={<ResultPage />} />
      <Route path="definition/:question" element={<QuestionPage />} />
      <Route path="modality" element={<ModalityPage />} />
      <Route path="stages" element={<StagesPage />} />
      <Route path="profile" element={<ProfilePage />} />
      <Route path="*" element={<NotFoundPage />} />
    </Routes>
  )
}
