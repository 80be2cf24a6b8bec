export { ACCESS_TYPE, type AccessData, ADMINISTRATOR } from './access/access-types.ts';
export { isAdministrator } from './access/administrators.ts';
export { callerOf } from './access/caller-of.ts';
export { type NewSession, writeSession } from './access/open-session.ts';
export { endSessions } from './access/session-operations.ts';
export type { OfferData, RightData, SessionData } from './access/session-types.ts';
export { createSignedRights } from './access/signed-rights.ts';
export { bearerOf, hashOfToken } from './access/token.ts';
export {
	type AdministrationDeps,
	createAdministration,
} from './administration/administration-application.ts';
export { type Board, createBoard } from './administration/board.ts';
export {
	anybody,
	defineOperation,
	defineReport,
	done,
	type OperationDefinition,
	type ReportDefinition,
	type ServerApplication,
} from './application.ts';
export { confine } from './confine.ts';
export { refuseOtherAddresses } from './http/no-such-address.ts';
export { API_HEADERS } from './http/security-headers.ts';
export type { ServerEvent } from './observation/server-event.ts';
export { curlExample } from './openapi/api-page.ts';
export { addressKey, DEFAULT_RATES, type RateLimits } from './rate.ts';
export type { Readiness } from './readiness.ts';
export { createServer, type Server, type ServerDeps } from './server.ts';
export { createService, type Service } from './service.ts';
export { SOCKET_LIMITS, type SocketLimits } from './socket/socket-limits.ts';
export type { SocketEvents, SocketPort } from './socket/socket-port.ts';
export { type DoOutcome, doTask } from './tasks/do-task.ts';
export { createMaintenanceTasks } from './tasks/maintenance-application.ts';
export {
	type Daily,
	defineTask,
	type LastWrite,
	type RetryRule,
	type TaskDefinition,
	type TaskRun,
} from './tasks/task-definition.ts';
export { createTaskRunner, type RunReport, type TaskRunner } from './tasks/task-runner.ts';
