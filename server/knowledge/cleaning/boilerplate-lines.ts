/** Lines longer than this are text, whatever they begin with. */
const LINE_LENGTH = 100;
const sentenceEnd = /[.。！!？?；;…]["”’」』）)]*$/u;

/** Headings above lists of other pages. */
const relatedHeading =
  /^(?:related (?:articles?|posts?|stories|topics|links|content|reading)|you (?:may|might) also like|recommended (?:for you|articles|reading)|more from .{1,40}|most (?:read|popular)|trending(?: now)?|popular posts|相关(?:文章|阅读|推荐|链接|新闻|内容)|相關(?:文章|閱讀|推薦|連結|新聞)|推荐(?:文章|阅读|内容)|推薦(?:文章|閱讀)|延伸(?:阅读|閱讀)|猜你喜欢|猜你喜歡|您可能(?:感兴趣|还喜欢).{0,8}|热门(?:文章|推荐|标签)|熱門文章|最新文章)\s*[:：]?$/iu;

/** Single lines that lead about a site, share, sell or sign it. */
const furniture: readonly RegExp[] = [
  /^(?:上一篇|下一篇|上一页|下一页|上一章|下一章)(?:\s*[:：].*)?$/u,
  /^(?:previous|next)(?: (?:post|article|page|story|chapter))?\s*[:：»›→←].*$/iu,
  /^(?:skip to (?:main )?content|back to top|jump to navigation|toggle navigation|(?:read|learn|show|load|view) more|print this page|share (?:this|on) .{0,40}|follow us(?: on .{0,40})?|sign in|log in|subscribe(?: to our newsletter)?)$/iu,
  /^(?:返回(?:顶部|首页|列表|頂部|首頁)|分享(?:到|至).{0,30}|点赞|收藏|转发|举报|阅读原文|查看更多|展开全文|加载更多|跳到(?:主要)?内容|打印本页|登录|注册)$/u,
  /^(?:(?:点赞|收藏|分享|转发|评论|举报|打赏)\s*){2,}$/u,
  /^(?:home|首页|首頁|当前位置\s*[:：].*|您的位置\s*[:：].*)(?:\s*[>›»/→]\s*.{1,40})+$/iu,
  /^(?:copyright|©|\(c\)|版权所有|版權所有).*(?:\d{4}|all rights reserved|版权|版權|保留).*$/iu,
  /^(?:all rights reserved|版权所有|京ICP备.{1,30}|[\p{Script=Han}]ICP[备證证].{1,30})\.?$/iu,
  /^(?:(?:欢迎|请|敬请|長按|长按)?(?:扫码|扫描(?:下方)?二维码|关注|長按識別|长按识别).{0,20}(?:公众号|二维码|小程序|视频号).{0,20})$/u,
  /^(?:责任编辑|編輯|责编|来源|转载请注明.{0,40})\s*[:：]?.{0,30}$/u,
  /^(?:(?:this|our) (?:web)?site uses cookies|we (?:and our partners )?use cookies|by continuing to (?:browse|use) (?:this|our) site|accept (?:all )?cookies|cookie (?:settings|preferences|policy)|本网站使用\s*cookies?|我们使用\s*cookies?|接受(?:所有|全部)?\s*cookies?).*$/iu,
];

/** Whether a line is the furniture of a page. A sentence is so only when it asks for consent or follows a page's own phrase. */
export function isFurniture(line: string): boolean {
  return line.length <= LINE_LENGTH * 2 && furniture.some((pattern) => pattern.test(line));
}

export function isRelatedHeading(line: string): boolean {
  return line.length <= LINE_LENGTH && relatedHeading.test(line);
}

/** A line that may be the title of another page: short, and no sentence. */
export function isTitleLike(line: string): boolean {
  return line.length <= LINE_LENGTH && !sentenceEnd.test(line);
}
