# syntax=docker/dockerfile:1
# The same bundle as `npm start` builds, on a Node of its own; nothing else from node_modules.

FROM node:24-slim AS build
WORKDIR /src
COPY package.json package-lock.json .npmrc ./
# The image has Node 24 already: the npm package of it, and any browser, would be dead weight here.
RUN npm ci --ignore-scripts --no-audit --no-fund
COPY . .
RUN node scripts/build.ts

FROM node:24-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends tini \
 && rm -rf /var/lib/apt/lists/*
WORKDIR /app
COPY --from=build /src/package.json ./
COPY --from=build /src/dist ./dist
# The sandboxes are for a desk, not for a deployment.
RUN rm dist/server/*-sandbox.js* \
 && mkdir -p /data /app/.compile-cache \
 && chown node:node /data /app/.compile-cache \
 && printf '#!/bin/sh\nexec node /app/dist/server/paintbox.js "$@"\n' > /usr/local/bin/paintbox \
 && chmod 755 /usr/local/bin/paintbox
USER node
ENV NODE_ENV=production \
    NODE_COMPILE_CACHE=/app/.compile-cache \
    HOST=0.0.0.0 \
    PORT=8080 \
    METRICS_PORT=9091 \
    DATA_DIR=/data
# glibc gives back what was freed (scripts/lib/launch.ts, docs/observability.md): else a burst of large bodies leaves the
# process near its limit for good.
ENV MALLOC_TRIM_THRESHOLD_=131072 \
    MALLOC_ARENA_MAX=2
# V8's compiled code is kept with the image: the first request comes sooner after every start. The server runs once, for
# a moment and on a directory that is thrown away, so that what it loads later is kept as well.
RUN mkdir /tmp/warm-up \
 && node -e "const{privateKey}=require('crypto').generateKeyPairSync('rsa',{modulusLength:2048});require('fs').writeFileSync('/tmp/warm-up/key.pem',privateKey.export({type:'pkcs8',format:'pem'}))" \
 && (DATA_DIR=/tmp/warm-up/data HOST=127.0.0.1 PORT=0 SALESFORCE_LOGIN_URL=http://127.0.0.1:1 \
     SALESFORCE_CLIENT_ID=none SALESFORCE_USERNAME=none SALESFORCE_OIDC_CLIENT_ID=none \
     SALESFORCE_PRIVATE_KEY_FILE=/tmp/warm-up/key.pem timeout --signal=TERM 3 node dist/server/main.js >/dev/null || true) \
 && rm -r /tmp/warm-up
VOLUME /data
EXPOSE 8080 9091
HEALTHCHECK --interval=15s --timeout=3s --start-period=10s --retries=3 \
  CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/api/health`,{signal:AbortSignal.timeout(2500)}).then(r=>process.exit(r.ok?0:1),()=>process.exit(1))"]
ENTRYPOINT ["/usr/bin/tini", "--"]
CMD ["node", "--max-semi-space-size=4", "dist/server/main.js"]
