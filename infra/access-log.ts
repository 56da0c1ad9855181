/** One line of the access log, as JSON: the variables are those of an HTTP API, and differ from a REST API's. */
export const accessLog = (service: string): string =>
  JSON.stringify({
    service,
    requestId: '$context.requestId',
    time: '$context.requestTime',
    routeKey: '$context.routeKey',
    status: '$context.status',
    responseLength: '$context.responseLength',
    responseLatency: '$context.responseLatency',
    integrationLatency: '$context.integrationLatency',
    integrationStatus: '$context.integrationStatus',
    integrationError: '$context.integrationErrorMessage',
    authorizerError: '$context.authorizer.error',
    gatewayError: '$context.error.message',
    keyId: '$context.authorizer.keyId',
    // Whose key it is API Gateway does not know of what it refuses itself. A webstore's server, not a person's browser.
    sourceIp: '$context.identity.sourceIp',
  });

/** The lines of what API Gateway itself has told to come later: a function's 429 was answered by a function. */
export const refusedAsTooMany = '{ $.status = "429" && $.integrationStatus != "200" }';
