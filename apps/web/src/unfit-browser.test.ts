import assert from 'node:assert/strict';
import { test } from 'node:test';
import { missingIn } from './unfit-browser.ts';

const FIT = { isSecureContext: true, crypto: { subtle: {} }, trustedTypes: {} };

test('a browser without https, encryption or trusted types is told which', () => {
	assert.equal(missingIn(FIT), undefined);
	assert.equal(missingIn({ ...FIT, isSecureContext: false }), 'https');
	assert.equal(missingIn({ ...FIT, crypto: {} }), 'crypto');
	assert.equal(missingIn({ ...FIT, trustedTypes: undefined }), 'trusted-types');
});
