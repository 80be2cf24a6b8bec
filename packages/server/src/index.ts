export { isAdministrator } from './access/access-application.ts';
export { ACCESS_TYPE, type AccessData, ADMINISTRATOR } from './access/access-types.ts';
export { bearerOf, hashOfToken } from './access/token.ts';
export {
	anybody,
	defineOperation,
	defineReport,
	done,
	type OperationDefinition,
	type ReportDefinition,
	type ServerApplication,
} from './application.ts';
export { curlExample } from './openapi/api-page.ts';
export { DEFAULT_RATES, type RateLimits } from './rate.ts';
export { createServer, type Server, type ServerDeps } from './server.ts';
export { createService, type Service } from './service.ts';
export { SOCKET_LIMITS, type SocketLimits } from './socket/socket-limits.ts';
export type { SocketEvents, SocketPort } from './socket/socket-port.ts';
