import { foldChinese } from '../fold-chinese.ts';

/** What a text that wants to command a model says, and hardly any other. Chinese in simplified script; texts are folded. */
const patterns: readonly RegExp[] = [
  /\b(?:ignore|disregard|forget|override|bypass|discard)\b.{0,30}\b(?:previous|prior|above|earlier|preceding|foregoing|existing|original|initial|system|your|safety)\b.{0,20}\b(?:instructions?|prompts?|rules?|directions?|directives?|guidelines?|commands?|constraints?|training)\b/iu,
  /\b(?:new|updated|real|actual|hidden|secret|system|developer)\s+(?:system\s+)?(?:instructions?|prompt)s?\s*[:：]/iu,
  /\byou\s+are\s+(?:now|no\s+longer)\b.{0,60}\b(?:ai|assistant|model|chatbot|dan|unrestricted|jailbroken|uncensored|bound|mode|persona|hacker)\b/iu,
  /\bfrom\s+now\s+on\b.{0,20}\byou\s+(?:must|will|shall|are|should|only|always)\b/iu,
  /\b(?:reveal|print|show|repeat|output|leak|disclose|display|recite)\b.{0,25}\b(?:system|hidden|initial|secret|developer)\s+(?:prompts?|instructions?|messages?)\b/iu,
  /\b(?:do\s+not|don[’']t|never)\s+(?:tell|inform|alert|notify|warn|mention\s+(?:this|it)\s+to)\s+(?:the\s+)?(?:user|asker|human)\b/iu,
  /\b(?:attention|note|message|instructions?|important|notice)\b.{0,12}\b(?:to|for)\s+(?:the\s+|any\s+|all\s+)?(?:ai|llms?|(?:large\s+)?language\s+models?|(?:ai\s+)?assistants?\s*[:：,]|chatbots?|gpt|claude)\b/iu,
  /\b(?:if|as|since)\s+you\s+are\s+an?\s+(?:ai|llm|language\s+model|ai\s+assistant|chatbot)\b/iu,
  /\b(?:ai|llm|language\s+model|assistant|chatbot)s?\b\s*(?:reading|processing|summari[sz]ing)\s+this\b/iu,
  /\b(?:developer|dan|god|jailbreak|unrestricted)\s+mode\b.{0,30}\b(?:enabled?|on|activated?|enter)\b|\b(?:enter|enable|activate)\b.{0,15}\b(?:developer|dan|god|jailbreak|unrestricted)\s+mode\b/iu,
  /<\|(?:im_start|im_end|system|user|assistant|endoftext|start_header_id|eot_id)\|>|\[\/?INST\]|<<\/?SYS>>|<\/?(?:system|assistant)(?:_prompt|_message)?>/iu,
  /\b(?:send|post|upload|exfiltrate|forward|transmit)\b.{0,60}\b(?:conversation|chat\s+history|system\s+prompt|credentials|api\s+keys?|passwords?|answers?|context)\b.{0,40}(?:https?:\/\/|\bto\s+\S+@\S+)/iu,
  /\b(?:call|invoke|execute|trigger)\b.{0,20}\b(?:the\s+)?\w{2,40}\s+(?:tool|function)\b.{0,60}\b(?:with|to|and)\b/iu,
  /(?:忽略|无视|忘记|忘掉|不要理会|不必理会|不用管|绕过|抛开|作废).{0,12}(?:之前|以上|上述|上面|前面|先前|此前|原有|原来|系统|所有|一切|你的|安全).{0,12}(?:指令|指示|提示|要求|规则|设定|命令|约束|限制)/u,
  /(?:你|您)(?:现在|从现在起|从此|将)(?:开始)?(?:是|扮演|充当|变成|不再|进入).{0,24}(?:助手|助理|模型|AI|人工智能|机器人|黑客|模式|限制|约束|角色)/iu,
  /从现在(?:开始|起).{0,10}(?:你|您)(?:必须|只能|要|将|应|都)/u,
  /(?:输出|显示|告诉我|泄露|透露|复述|打印|公开|说出|展示).{0,12}(?:系统|隐藏|初始|内部)(?:的)?(?:提示词?|指令|设定|消息)/u,
  /(?:不要|不得|切勿|请勿|别|不许)(?:告诉|通知|告知|提醒|让)(?:用户|使用者|提问者)/u,
  /(?:致|给|对|供|提醒|通知)(?:所有|任何|各)?(?:AI|人工智能|大模型|(?:大)?语言模型|智能助手|聊天机器人)(?:助手|模型)?.{0,6}(?:指令|提示|说明|指示|注意|[:：])/iu,
  /(?:作为|身为|如果你是)(?:一个|一名)?(?:AI|人工智能|(?:大)?语言模型|智能助手|聊天机器人)/iu,
  /(?:开发者|越狱|无限制|上帝)模式/u,
  /(?:系统|隐藏|新的?)(?:提示词|指令)\s*[:：]/u,
];

/** Letters set apart by spaces to be read and not found: `i g n o r e`. */
const spaced = /(?<![\p{L}\p{N}])(?:\p{Script=Latin} ){4,}\p{Script=Latin}(?![\p{L}\p{N}])/gu;
/** Longer pieces than a sentence are looked through in parts, so that a pattern costs linear time. */
const PART = 2000;

/**
 * How many lines of a text read as instructions to a model. Such a text stays what it is: the count warns people. It is
 * a list of known ways of speaking in English and Chinese, and no guard: passages are fenced whatever it finds.
 */
export function countInstructions(text: string): number {
  return text.split('\n').reduce((sum, line) => sum + (readsAsInstruction(line) ? 1 : 0), 0);
}

/** Whether a sentence or line speaks to a model, as far as the list of `countInstructions` goes. */
export function readsAsInstruction(line: string): boolean {
  for (let at = 0; at < line.length; at += PART) {
    const plain = foldChinese(line.slice(at, at + PART + 200).normalize('NFKC')).replaceAll(
      spaced,
      (letters) => letters.replaceAll(' ', ''),
    );
    if (patterns.some((pattern) => pattern.test(plain))) return true;
  }
  return false;
}
