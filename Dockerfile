# Build: compiles the native SQLite driver, the server and the UI. Only the npm registry and Debian packages are used.
FROM node:22-bookworm AS build
WORKDIR /app
ENV npm_config_nodedir=/usr/local npm_config_build_from_source=true
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
RUN npm run build && npm prune --omit=dev

# Run: no compiler, no package manager needed, no network needed. The root file system may be read-only:
#   docker run --read-only --tmpfs /tmp -v intramura:/data -p 127.0.0.1:8080:8080 intramura
FROM node:22-bookworm-slim
ENV NODE_ENV=production INTRAMURA_DATA=/data INTRAMURA_HOST=0.0.0.0
WORKDIR /app
# Text recognition in scans and pictures.
RUN apt-get update && apt-get install -y --no-install-recommends \
    tesseract-ocr tesseract-ocr-eng tesseract-ocr-chi-sim tesseract-ocr-chi-tra poppler-utils \
    && rm -rf /var/lib/apt/lists/*
COPY --from=build --chown=root:root /app/package.json ./
COPY --from=build --chown=root:root /app/node_modules ./node_modules
COPY --from=build --chown=root:root /app/dist ./dist
COPY --from=build --chown=root:root /app/scripts/cli.mjs /app/scripts/ensure-built.mjs ./scripts/
COPY --from=build --chown=root:root /app/models ./models
COPY --from=build --chown=root:root /app/policies ./policies
COPY --from=build --chown=root:root /app/samples ./samples
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:8080/readyz').then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "--max-semi-space-size=64", "scripts/cli.mjs", "serve"]
