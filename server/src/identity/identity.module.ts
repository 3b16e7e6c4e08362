import { Module } from '@nestjs/common'
import { Entrance } from './entrance.js'
import { IdentityCleaning } from './identity-cleaning.js'
import { IdentityController } from './identity.controller.js'
import { OperatorGuard } from './operator.guard.js'
import { OperatorStore } from './operator.store.js'
import { PasswordHasher } from './password-hasher.js'
import { PersonService } from './person.service.js'
import { PersonStore } from './person.store.js'
import { SessionGuard } from './session.guard.js'
import { SessionService } from './session.service.js'
import { SessionStore } from './session.store.js'
import { SignInAttemptStore } from './sign-in-attempt.store.js'
import { SignInService } from './sign-in.service.js'
import { Throttle } from './throttle.js'
import { TypeormPersonStore } from './typeorm-person.store.js'
import { TypeormSessionStore } from './typeorm-session.store.js'
import { TypeormSignInAttemptStore } from './typeorm-sign-in-attempt.store.js'

@Module({
  controllers: [IdentityController],
  providers: [
    { provide: PersonStore, useClass: TypeormPersonStore },
    { provide: SessionStore, useClass: TypeormSessionStore },
    { provide: SignInAttemptStore, useClass: TypeormSignInAttemptStore },
    { provide: PasswordHasher, useValue: new PasswordHasher() },
    Throttle,
    PersonService,
    SessionService,
    SignInService,
    Entrance,
    SessionGuard,
    OperatorStore,
    OperatorGuard,
    IdentityCleaning
  ],
  exports: [PersonService, SessionService, SessionGuard, OperatorStore, OperatorGuard, Entrance, Throttle]
})
export class IdentityModule {}
