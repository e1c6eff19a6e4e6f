import { defineTexts } from './define-texts.ts';

/** Why a file could not be imported, and what to do about it. */
export const fileProblems = defineTexts({
  en: {
    problems: {
      empty: 'The file is empty. Choose another one.',
      noText: 'The file holds no text. Choose another one.',
      scan: 'The file is a picture or a scan, and this server cannot recognise its text. Ask for text recognition to be installed, or recognise the text elsewhere, then upload it again.',
      locked: 'The PDF is locked with a password. Save it without one and upload it again.',
      tooLarge: 'The file is too large. Split it and upload the parts.',
      encoding: 'The characters of the file cannot be read. Save it as UTF-8 and upload it again.',
      binary: 'The file holds binary data, not text. Save it in one of the supported formats.',
      misnamed:
        'The file’s name ends for another kind of file than it is. Rename or save it again, then upload it.',
      oldFormat:
        'The file comes from an older program. Open it in Office or LibreOffice, save it as DOCX, XLSX, PPTX or EML, then upload it.',
      picture: 'This kind of picture is not read. Save it as PNG, JPEG or TIFF and upload it again.',
      archive: 'This kind of archive is not read. Pack the files as ZIP and upload it again.',
      nested: 'The file holds files inside of files too deep. Unpack it and upload the parts.',
      unsupported:
        'This kind of file is not supported. Use PDF, Word (DOCX), Excel (XLSX), PowerPoint (PPTX), HTML, EML, Markdown, text, CSV, JSON, ZIP or pictures.',
      tooSlow:
        'Reading the file took more time or memory than allowed. Simplify or split it, then upload it again.',
      damaged: 'The file is damaged and cannot be read. Save it again in its program and upload it again.',
    },
    inside: 'The server could not finish. It has kept the file: try again.',
    collectionGone: 'The collection was deleted before the file was imported.',
    unknown: 'The file could not be imported.',
  },
  zh: {
    problems: {
      empty: '文件为空，请选择其他文件。',
      noText: '文件中没有文字，请选择其他文件。',
      scan: '此文件是图片或扫描件，而服务器无法识别其中的文字。请管理员安装文字识别组件，或先自行识别后再上传。',
      locked: '此 PDF 设有密码。请另存为无密码的文件后重新上传。',
      tooLarge: '文件过大。请拆分后分别上传。',
      encoding: '无法识别文件的字符编码。请另存为 UTF-8 后重新上传。',
      binary: '文件是二进制数据而非文本。请另存为受支持的格式。',
      misnamed: '文件扩展名与实际内容不符。请更正名称或重新保存后再上传。',
      oldFormat:
        '此文件由旧版程序生成。请用 Office 或 LibreOffice 打开，另存为 DOCX、XLSX、PPTX 或 EML 后再上传。',
      picture: '不支持此类图片。请另存为 PNG、JPEG 或 TIFF 后重新上传。',
      archive: '不支持此类压缩包。请改用 ZIP 打包后重新上传。',
      nested: '文件中的文件嵌套层数过多。请解压后分别上传。',
      unsupported:
        '不支持此类文件。请使用 PDF、Word（DOCX）、Excel（XLSX）、PowerPoint（PPTX）、HTML、EML、Markdown、文本、CSV、JSON、ZIP 或图片。',
      tooSlow: '读取文件所需的时间或内存超出限制。请简化或拆分后重新上传。',
      damaged: '文件已损坏，无法读取。请在原程序中重新保存后再上传。',
    },
    inside: '服务器未能完成处理。文件已保留，可以重试。',
    collectionGone: '文件导入之前，知识集已被删除。',
    unknown: '无法导入此文件。',
  },
});
