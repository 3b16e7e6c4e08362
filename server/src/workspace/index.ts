export { WorkspaceModule } from './workspace.module.js'
export { WORKSPACE_STORE, type NewSeat, type NewWorkspace, type WorkspaceStore } from './workspace.store.js'
