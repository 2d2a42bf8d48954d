;;; fazhi-report.el --- 法治政府建设报告检查 -*- lexical-binding: t; coding: utf-8 -*-

;; 放在 ~/.emacs.d/ 里，init.el 中写 (load "~/.emacs.d/fazhi-report.el")。
;; Emacs 29 起自带 eglot；更早的先装：M-x package-install RET eglot。

(require 'eglot)

(defvar fazhi-report-settings
  '(:locale "zh-CN"
    :run "onType"
    :quietWhileTyping t)
  "各项设置，例如 (:locale \"zh-CN\" :rules (:thin-section \"off\"))。改后 M-x eglot-reconnect。")

(define-derived-mode fazhi-report-mode text-mode "法治报告"
  "法治政府建设年度报告。打开就连上语言服务器；不要的话 M-x text-mode。")

(defun fazhi-report-p ()
  "这份 .txt 的开头是不是法治政府建设报告的标题。"
  (and buffer-file-name
       (string-match-p "\\.txt\\'" buffer-file-name)
       (save-excursion
         (goto-char (point-min))
         (re-search-forward "法治政府建设[^。\n]*报告" (min (point-max) (+ (point) 400)) t))))

;; 文件名像报告的，或者内容像报告的 .txt；其他文件用 M-x fazhi-report-mode。
(add-to-list 'auto-mode-alist '("法治.*报告.*\\.txt\\'" . fazhi-report-mode))
(add-to-list 'auto-mode-alist '("依法行政.*报告.*\\.txt\\'" . fazhi-report-mode))
(add-to-list 'magic-mode-alist '(fazhi-report-p . fazhi-report-mode))

(add-to-list 'eglot-server-programs
             `((fazhi-report-mode :language-id "fazhi-report")
               . ("fazhi-report-language-server" "--stdio"
                  :initializationOptions (:fazhiReport ,fazhi-report-settings))))
(add-hook 'fazhi-report-mode-hook #'eglot-ensure)

;; GBK 文件也能认：UTF-8 之后试 GB18030。
(set-coding-system-priority 'utf-8 'gb18030)

;; 按键：代码操作、改名、格式化、上一处、下一处。
(let ((keys fazhi-report-mode-map))
  (define-key keys (kbd "C-c a") #'eglot-code-actions)
  (define-key keys (kbd "C-c r") #'eglot-rename)
  (define-key keys (kbd "C-c f") #'eglot-format)
  (define-key keys (kbd "M-p") #'flymake-goto-prev-error)
  (define-key keys (kbd "M-n") #'flymake-goto-next-error))

(provide 'fazhi-report)
;;; fazhi-report.el ends here
