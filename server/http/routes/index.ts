import type { Route } from '../define-route.ts';
import type { Services } from '../services.ts';
import { askErasure, askHold, askRelease, askReveal } from './audit/ask-approval.ts';
import { reportCompliance } from './audit/compliance.ts';
import {
  getApproval,
  grantApproval,
  listApprovals,
  listHolds,
  refuseApproval,
  revealContent,
} from './audit/decide-approval.ts';
import { listAuditEntries } from './audit/entries.ts';
import { getAuditEntry } from './audit/entry.ts';
import { exportAudit } from './audit/export.ts';
import { getCheckpoint, getCheckpointPicture, getProof } from './audit/proof.ts';
import { listFoundEntries, searchAudit } from './audit/search.ts';
import { auditState } from './audit/state.ts';
import { verifyAudit, verifyAuditAsJob } from './audit/verify.ts';
import { login } from './auth/login.ts';
import { logout } from './auth/logout.ts';
import { me } from './auth/me.ts';
import { changeOwnPassword, renameMyself } from './auth/account.ts';
import { endMyOtherSessions, endMySession, listMySessions } from './auth/sessions.ts';
import { askInConversation } from './conversations/ask.ts';
import { askingChoices } from './conversations/choices.ts';
import { createConversation } from './conversations/create.ts';
import { putFeedback, removeFeedback } from './conversations/feedback.ts';
import { addConversationFile, listConversationFiles, removeConversationFile } from './conversations/files.ts';
import { getConversation } from './conversations/get.ts';
import { listConversations } from './conversations/list.ts';
import { removeConversation } from './conversations/remove.ts';
import { renameConversation } from './conversations/rename.ts';
import { searchConversations } from './conversations/search.ts';
import { getEvaluation, listEvaluations, startEvaluation } from './evaluations/runs.ts';
import { addEvaluationSet, listEvaluationSets, removeEvaluationSet } from './evaluations/sets.ts';
import { getThreshold, putThreshold } from './evaluations/threshold.ts';
import { listFaq } from './faq/list.ts';
import { approveFaqDraft, retireFaqEntry, returnFaqDraft, submitFaqDraft } from './faq/review.ts';
import { tryFaqQuestion } from './faq/try.ts';
import { createFaqEntry, discardFaqDraft, editFaqEntry, getFaqEntry } from './faq/write.ts';
import { getGap, listGaps } from './gaps/read.ts';
import { answerGap, dismissGap, reopenGap } from './gaps/review.ts';
import { createApiKey, listApiKeys, revokeApiKey } from './keys/api-keys.ts';
import { createCollection } from './knowledge/create-collection.ts';
import { listDocumentVersions, readDocumentVersion } from './knowledge/document-versions.ts';
import { getDocument, removeDocument } from './knowledge/documents.ts';
import { getCollection } from './knowledge/get-collection.ts';
import { downloadOriginal } from './knowledge/download-original.ts';
import { dismissJob, retryJob } from './knowledge/end-job.ts';
import { getJob } from './knowledge/get-job.ts';
import { listDocumentChunks } from './knowledge/list-chunks.ts';
import { listDocuments } from './knowledge/list-documents.ts';
import { listJobs } from './knowledge/list-jobs.ts';
import { removeCollection } from './knowledge/remove-collection.ts';
import { updateCollection } from './knowledge/update-collection.ts';
import { updateDocument } from './knowledge/update-document.ts';
import { listCollections } from './knowledge/list-collections.ts';
import { search } from './knowledge/search.ts';
import { uploadDocument } from './knowledge/upload-document.ts';
import { listModelStates } from './models/list.ts';
import { loadModel, unloadModel } from './models/load.ts';
import { measureModel, verifyModel } from './models/tasks.ts';
import { chatCompletions } from './openai/chat-completions.ts';
import { completions } from './openai/completions.ts';
import { embeddings } from './openai/embeddings.ts';
import { rerank } from './openai/rerank.ts';
import { getModel, listModels } from './openai/models.ts';
import { responses } from './openai/responses.ts';
import { health, metrics, ready } from './operations/health.ts';
import { openapi } from './operations/openapi.ts';
import { getGuide, putGuide } from './guide/guide.ts';
import {
  decidePolicy,
  listPolicies,
  listPermitted,
  listPolicyFiles,
  testPolicies,
} from './policy/policies.ts';
import { checkCustomRules, listCustomRules } from './redaction/custom-rules.ts';
import { exportMaskStatistics } from './redaction/export-statistics.ts';
import { openTokens } from './redaction/open-tokens.ts';
import { previewRedaction } from './redaction/preview.ts';
import { listMaskProfiles } from './redaction/profiles.ts';
import { getEntityType, listEntityTypes } from './redaction/entity-types.ts';
import { getMaskStatistics } from './redaction/statistics.ts';
import { getOverview } from './insights/overview.ts';
import { verifyReceipt } from './receipts/verify.ts';
import { listSourceRuns, runSource, testSource } from './sources/runs.ts';
import { createSource, getSource, listSources, removeSource, updateSource } from './sources/sources.ts';
import { updateUser } from './users/update-user.ts';
import { endSession, endSessionsOf, listSessions } from './users/sessions.ts';
import { createUser, listUsers } from './users/users.ts';

/** Every route of the product, in the order of the API reference. */
export function createRoutes(services: Services): readonly Route[] {
  const routes: readonly Route[] = [
    chatCompletions(services),
    completions(services),
    responses(services),
    embeddings(services),
    rerank(services),
    listModels(services),
    getModel(services),
    login(services),
    logout(services),
    me(services),
    renameMyself(services),
    changeOwnPassword(services),
    listMySessions(services),
    endMyOtherSessions(services),
    endMySession(services),
    getGuide(services),
    putGuide(services),
    listConversations(services),
    createConversation(services),
    searchConversations(services),
    askingChoices(services),
    getConversation(services),
    renameConversation(services),
    removeConversation(services),
    askInConversation(services),
    putFeedback(services),
    removeFeedback(services),
    listConversationFiles(services),
    addConversationFile(services),
    removeConversationFile(services),
    listCollections(services),
    createCollection(services),
    getCollection(services),
    updateCollection(services),
    removeCollection(services),
    listDocuments(services),
    uploadDocument(services),
    getDocument(services),
    updateDocument(services),
    listDocumentVersions(services),
    readDocumentVersion(services),
    removeDocument(services),
    listDocumentChunks(services),
    downloadOriginal(services),
    listJobs(services),
    getJob(services),
    retryJob(services),
    dismissJob(services),
    listSources(services),
    createSource(services),
    testSource(services),
    getSource(services),
    updateSource(services),
    removeSource(services),
    runSource(services),
    listSourceRuns(services),
    search(services),
    listEvaluationSets(services),
    addEvaluationSet(services),
    removeEvaluationSet(services),
    listEvaluations(services),
    startEvaluation(services),
    getEvaluation(services),
    getThreshold(services),
    putThreshold(services),
    listFaq(services),
    createFaqEntry(services),
    tryFaqQuestion(services),
    getFaqEntry(services),
    editFaqEntry(services),
    discardFaqDraft(services),
    submitFaqDraft(services),
    approveFaqDraft(services),
    returnFaqDraft(services),
    retireFaqEntry(services),
    listGaps(services),
    getGap(services),
    answerGap(services),
    dismissGap(services),
    reopenGap(services),
    previewRedaction(services),
    openTokens(services),
    listMaskProfiles(services),
    listEntityTypes(services),
    getEntityType(services),
    listCustomRules(services),
    checkCustomRules(services),
    getMaskStatistics(services),
    exportMaskStatistics(services),
    getOverview(services),
    verifyReceipt(services),
    auditState(services),
    askReveal(services),
    askErasure(services),
    askHold(services),
    askRelease(services),
    listHolds(services),
    listApprovals(services),
    getApproval(services),
    grantApproval(services),
    refuseApproval(services),
    revealContent(services),
    reportCompliance(services),
    listAuditEntries(services),
    getAuditEntry(services),
    searchAudit(services),
    listFoundEntries(services),
    exportAudit(services),
    verifyAudit(services),
    verifyAuditAsJob(services),
    getProof(services),
    getCheckpoint(services),
    getCheckpointPicture(services),
    listPolicies(services),
    listPolicyFiles(services),
    decidePolicy(services),
    listPermitted(services),
    testPolicies(services),
    listModelStates(services),
    loadModel(services),
    unloadModel(services),
    verifyModel(services),
    measureModel(services),
    listUsers(services),
    createUser(services),
    updateUser(services),
    endSessionsOf(services),
    listSessions(services),
    endSession(services),
    listApiKeys(services),
    createApiKey(services),
    revokeApiKey(services),
    health(),
    ready(services),
    metrics(services),
    openapi(services.version, () => routes),
  ];
  return routes;
}
