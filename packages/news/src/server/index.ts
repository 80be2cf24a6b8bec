export { newsApplication } from './news-application.ts';
export { createNewsSender, type NewsSender, type NewsSenderDeps } from './news-sender.ts';
export type { Push, PushOutcome, PushService } from './push-service.ts';
