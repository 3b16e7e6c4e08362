import { Module } from '@nestjs/common'
import { DataSource } from 'typeorm'
import { Intents, SeatStore } from '../ability/index.js'
import { IdentityModule } from '../identity/index.js'
import { CleanStart, Commits, DocumentService, LiveModule } from '../live/index.js'
import { Changes } from '../platform/changes.js'
import { Creations } from '../platform/idempotent.js'
import { DefinitionController } from './definition/definition.controller.js'
import { DefinitionService } from './definition/definition.service.js'
import { AddingController } from './document/adding.controller.js'
import { AddingService } from './document/adding.service.js'
import { OpenAnswersController } from './document/open-answers.controller.js'
import { OpenAnswersService } from './document/open-answers.service.js'
import { PassagesService } from './document/passages.service.js'
import { ModalityCleaning } from './modality/modality-cleaning.js'
import { ModalityController } from './modality/modality.controller.js'
import { ModalityService } from './modality/modality.service.js'
import { OpeningController } from './opening/opening.controller.js'
import { OpeningService } from './opening/opening.service.js'
import { FilingReader, PassagesReader, ProjectionModule } from '../projection/index.js'
import { PeopleModule } from './people/people.module.js'
import { FilingController } from './principles/filing.controller.js'
import { FilingService } from './principles/filing.service.js'
import { ProfileController } from './profile/profile.controller.js'
import { ProfileService } from './profile/profile.service.js'
import { StageController } from './stage/stage.controller.js'
import { StageService } from './stage/stage.service.js'
import { TypeormWorkspaceStore } from './typeorm-workspace.store.js'
import { WorkspaceController } from './workspace.controller.js'
import { WorkspaceService } from './workspace.service.js'
import { WORKSPACE_STORE, type WorkspaceStore } from './workspace.store.js'

@Module({
  imports: [IdentityModule, LiveModule, ProjectionModule, PeopleModule],
  controllers: [
    WorkspaceController,
    OpeningController,
    AddingController,
    OpenAnswersController,
    ProfileController,
    FilingController,
    StageController,
    DefinitionController,
    ModalityController
  ],
  providers: [
    { provide: WORKSPACE_STORE, useFactory: (source: DataSource) => new TypeormWorkspaceStore(source), inject: [DataSource] },
    {
      provide: WorkspaceService,
      useFactory: (source: DataSource, store: WorkspaceStore, seats: SeatStore, documents: DocumentService, intents: Intents) =>
        new WorkspaceService(source, store, seats, documents, intents),
      inject: [DataSource, WORKSPACE_STORE, SeatStore, DocumentService, Intents]
    },
    {
      provide: OpeningService,
      useFactory: (source: DataSource, documents: DocumentService, creations: Creations) =>
        new OpeningService(source, documents, creations),
      inject: [DataSource, DocumentService, Creations]
    },
    {
      provide: AddingService,
      useFactory: (
        intents: Intents,
        documents: DocumentService,
        changes: Changes,
        creations: Creations,
        cleanStart: CleanStart,
        commits: Commits
      ) => new AddingService(intents, documents, changes, creations, cleanStart, commits),
      inject: [Intents, DocumentService, Changes, Creations, CleanStart, Commits]
    },
    {
      provide: PassagesService,
      useFactory: (intents: Intents, reader: PassagesReader, documents: DocumentService, changes: Changes, creations: Creations) =>
        new PassagesService(intents, reader, documents, changes, creations),
      inject: [Intents, PassagesReader, DocumentService, Changes, Creations]
    },
    {
      provide: OpenAnswersService,
      useFactory: (source: DataSource, intents: Intents, documents: DocumentService) => new OpenAnswersService(source, intents, documents),
      inject: [DataSource, Intents, DocumentService]
    },
    {
      provide: ProfileService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes) => new ProfileService(source, intents, changes),
      inject: [DataSource, Intents, Changes]
    },
    {
      provide: FilingService,
      useFactory: (source: DataSource, intents: Intents, reader: FilingReader, changes: Changes, creations: Creations) =>
        new FilingService(source, intents, reader, changes, creations),
      inject: [DataSource, Intents, FilingReader, Changes, Creations]
    },
    {
      provide: StageService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes) => new StageService(source, intents, changes),
      inject: [DataSource, Intents, Changes]
    },
    {
      provide: DefinitionService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes) => new DefinitionService(source, intents, changes),
      inject: [DataSource, Intents, Changes]
    },
    {
      provide: ModalityService,
      useFactory: (source: DataSource, intents: Intents, changes: Changes, creations: Creations) =>
        new ModalityService(source, intents, changes, creations),
      inject: [DataSource, Intents, Changes, Creations]
    },
    ModalityCleaning
  ],
  exports: [WORKSPACE_STORE, WorkspaceService]
})
export class WorkspaceModule {}
