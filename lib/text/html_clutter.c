/* SPDX-License-Identifier: MIT */
#include "html_clutter.h"

#include "utf8.h"

enum {
	ARTICLE = 200, /* Han characters outside of links: an article, or a part of one */
	LINE = 60,     /* a line of tools or of links */
};

/* The name of a class or an id holds such a word. */
static const char *const names[] = {
	"bdshare", "bdsharebuttonbox", "breadcrumb", "breadcrumbs", "copyright", "crumb",
	"crumbs", "dqwz", "ewm", "foot", "footer", "fontsize", "friendlink", "jiathis", "mbx",
	"menu", "nav", "navbar", "navi", "navigation", "pager", "pagination", "qrcode", "related",
	"search", "share", "sidebar", "toolbar", "tools", "weizhi", "xglj", "xgxx", "yqlj",
};

/* A line that holds nothing but these is there to be clicked. */
static const char *const tools[] = {
	"扫一扫在手机打开当前页", "扫一扫手机打开当前页", "用微信扫描二维码", "分享至好友和朋友圈",
	"打印本页", "打印此页", "打印", "关闭窗口", "关闭本页", "关闭", "分享到", "分享", "收藏",
	"返回顶部", "返回列表", "返回首页", "返回", "字体大小", "字体", "字号", "繁体", "繁體", "简体",
	"无障碍", "微信", "微博", "新浪", "腾讯", "QQ空间", "QQ", "人人网", "豆瓣", "复制链接", "二维码",
	"大", "中", "小", "默认", "【", "】", "[", "]", "（", "）", "(", ")", "：", ":", "|", "｜", "/",
	"+", "-", "A", "　", "\xc2\xa0", " ", "\t", "\n", "\r",
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

static bool
is_letter(char c)
{
	return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool
is_name(struct slice word)
{
	for (size_t i = 0; i < COUNT(names); i++)
		if (word.len == strlen(names[i])) {
			size_t at = 0;
			while (at < word.len && (word.ptr[at] | 0x20) == names[i][at])
				at++;
			if (at == word.len)
				return true;
		}
	return false;
}

/* The words of `foot_nav`, `footerBox`, `page-nav2`. */
static bool
holds_name(struct slice value)
{
	for (size_t at = 0; at < value.len;) {
		size_t start = at;
		while (at < value.len && is_letter(value.ptr[at])
		    && (at == start || (value.ptr[at] & 0x20) || !(value.ptr[at - 1] & 0x20)))
			at++;
		if (is_name((struct slice){ value.ptr + start, at - start }))
			return true;
		at += at == start;
	}
	return false;
}

static bool
is_hidden(const xmlNode *element)
{
	struct slice style = html_attribute(element, "style");

	return slice_find(style, SLICE("display:none"), 0) < style.len
	    || slice_find(style, SLICE("display: none"), 0) < style.len;
}

/* The page says that this is no article. */
static bool
is_called_clutter(const xmlNode *element, enum html_tag tag)
{
	struct slice role = html_attribute(element, "role");

	return tag == HTML_ASIDE || slice_is(role, "navigation") || slice_is(role, "contentinfo")
	    || holds_name(html_attribute(element, "class"))
	    || holds_name(html_attribute(element, "id")) || is_hidden(element);
}

static bool
may_hold_article(const struct html_node *node)
{
	return node->grids > 0 || node->heading || node->han - node->linked >= ARTICLE;
}

/* Links, and hardly a word between them. */
static bool
is_list_of_links(const struct html_node *node)
{
	enum { LINKS = 4 };

	return node->links >= LINKS && node->linked > 0
	    && (node->han - node->linked) * 10 <= node->linked;
}

/* The text of the element, if it is short, without its tags. */
static bool
short_text(const xmlNode *element, char *text, size_t size, struct slice *out)
{
	enum { NODES = 200 };
	const xmlNode *node = element;
	size_t len = 0;

	for (size_t nodes = 0; nodes < NODES; nodes++) {
		struct slice part = node->type == XML_TEXT_NODE ? html_text(node) : SLICE_NONE;
		if (part.len > size - len)
			return false;
		if (part.len)
			memcpy(text + len, part.ptr, part.len);
		len += part.len;
		if (node->type == XML_ELEMENT_NODE && node->children) {
			node = node->children;
			continue;
		}
		while (node != element && !node->next)
			node = node->parent;
		if (node == element) {
			*out = (struct slice){ text, len };
			return true;
		}
		node = node->next;
	}
	return false;
}

static bool
is_all_tools(struct slice text)
{
	bool any = false;

	while (text.len) {
		size_t i = 0;
		while (i < COUNT(tools) && !slice_starts(text, slice_of(tools[i])))
			i++;
		if (i == COUNT(tools))
			return false;
		any = any || utf8_han_count(slice_of(tools[i])) > 1;
		text = slice_from(text, strlen(tools[i]));
	}
	return any;
}

/* 当前位置：首页 > 政府信息公开 */
static bool
is_breadcrumb(struct slice text, const struct html_node *node)
{
	struct slice start = slice_head(text, LINE);

	return node->links > 0 && (slice_find(start, SLICE("位置："), 0) < start.len
	    || slice_find(start, SLICE("位置:"), 0) < start.len);
}

static bool
is_line_of_tools(const xmlNode *element, const struct html_node *node)
{
	char bytes[16 * LINE];
	struct slice text;

	if (node->blank || node->han > LINE || !short_text(element, bytes, sizeof bytes, &text))
		return false;
	text = slice_trim(text);
	return is_all_tools(text) || is_breadcrumb(text, node);
}

bool
html_is_clutter(const xmlNode *element, bool all)
{
	const struct html_node *node = html_node(element);
	bool is_table = node->tag == HTML_ROW || node->tag == HTML_CELL;

	if (node->tag == HTML_SCRIPT || node->tag == HTML_SILENT)
		return true;
	if (all)
		return false;
	if (node->tag == HTML_CONTROL)
		return true;
	/* A row of no height keeps the columns of a table from Word apart. */
	if (node->tag == HTML_ROW && node->blank && slice_is(html_attribute(element, "height"), "0"))
		return true;
	if (is_table || may_hold_article(node))
		return false;
	return is_called_clutter(element, node->tag) || is_list_of_links(node)
	    || (node->tag != HTML_INLINE && node->tag != HTML_LINK && is_line_of_tools(element, node));
}
