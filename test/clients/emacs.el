;;; emacs.el --- drives Emacs for emacs.test.ts  -*- lexical-binding: t; coding: utf-8 -*-

;; Opens the files of a plan with the configuration of docs/editors/emacs, uses what Emacs offers for them, and writes what it
;; shows and what became of the texts.

(package-activate-all)
(require 'json)
(require 'cl-lib)
(set-language-environment "UTF-8")

(defvar plan (with-temp-buffer
               (insert-file-contents (getenv "FAZHI_PLAN"))
               (let ((json-object-type 'alist) (json-array-type 'list)) (json-read))))
(defvar seen nil "What is written at the end.")

(defun planned (&rest keys)
  (let ((value plan))
    (dolist (key keys value) (setq value (alist-get key value)))))

(defun tell (key value) (push (cons key value) seen))

(defmacro wait-for (what &rest condition)
  "Hear what the server says until CONDITION holds; fail after half a minute."
  `(with-timeout (30 (error "never came: %s" ,what))
     (while (not (progn ,@condition))
       ;; Hears of changed files as well, which is what eglot watches.
       (read-event nil nil 0.05))))

(defun findings-told ()
  "How many findings the server has told of last; what Flymake shows of them may have gone with its text."
  (length eglot--diagnostics))

(defun open-file (file)
  (switch-to-buffer (find-file-noselect file))
  ;; What the command loop does where somebody is at the keyboard.
  (run-hooks 'post-command-hook))

(defun shown ()
  "Every diagnostic that Flymake shows, in order."
  (flymake-start)
  (let ((diagnostics (cl-sort (copy-sequence (flymake-diagnostics)) #'< :key #'flymake-diagnostic-beg)))
    (vconcat
     (mapcar (lambda (one)
               `((text . ,(flymake-diagnostic-text one))
                 (type . ,(symbol-name (flymake-diagnostic-type one)))
                 (start . ,(1- (flymake-diagnostic-beg one)))
                 (end . ,(1- (flymake-diagnostic-end one)))))
             diagnostics))))

(defun text () (buffer-substring-no-properties (point-min) (point-max)))

(defun go-to (text)
  (goto-char (point-min))
  (search-forward text)
  (goto-char (match-beginning 0)))

(defun imenu-names (index)
  (cl-mapcan (lambda (entry)
               (if (listp (cdr entry)) (imenu-names (cdr entry)) (list (car entry))))
             index))

(defun look-at (file)
  (let-alist file
    (open-file .path)
    (let ((entry `((mode . ,(symbol-name major-mode))
                   (coding . ,(symbol-name buffer-file-coding-system)))))
      (when (eq major-mode 'fazhi-report-mode)
        (wait-for (concat "a server for " .name) (eglot-managed-p))
        (wait-for (concat "findings in " .name) (flymake-start) (flymake-diagnostics))
        (push `(symbols . ,(vconcat (imenu-names (eglot-imenu)))) entry))
      (push `(diagnostics . ,(if (bound-and-true-p flymake-mode) (shown) [])) entry)
      (push `(managed . ,(if (and (fboundp 'eglot-managed-p) (eglot-managed-p)) t :json-false)) entry)
      (cons (intern .name) entry))))

(defun take-action (at title)
  "Choose an action at the text AT from the menu, as its user does; tell what was on offer and what came of it."
  (go-to at)
  (let ((before (findings-told))
        (last-nonmenu-event ?\r)
        offered)
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt collection &rest _)
                 (setq offered (mapcar #'car collection))
                 (or (cl-find-if (lambda (one) (string-prefix-p title one)) offered)
                     (error "not on offer: %s in %S" title offered))))
              ((symbol-function 'y-or-n-p) (lambda (&rest _) t)))
      (eglot-code-actions (point) nil nil t))
    (save-some-buffers t)
    (wait-for (concat "fewer findings after " title) (< (findings-told) before))
    `((offered . ,(vconcat offered)) (text . ,(text)) (diagnostics . ,(shown)))))

(defun hover (at)
  (go-to at)
  (let (told)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq told (or text ""))))
    (wait-for "a hover" told)
    (substring-no-properties told)))

(defun complete (at)
  "What is offered on the empty line below the heading AT."
  (go-to at)
  (forward-line 1)
  (pcase-let ((`(,beg ,end ,table . ,_) (eglot-completion-at-point)))
    (vconcat (mapcar #'substring-no-properties
                     (all-completions (buffer-substring beg end) table)))))

(condition-case failure
    (progn
      (load (planned 'configuration) nil t)
      (tell 'files (mapcar #'look-at (planned 'files)))
      (open-file (planned 'path))
      (tell 'hover (hover (planned 'hover)))
      (tell 'completion (complete (planned 'complete)))
      (tell 'fixed (take-action (planned 'fix 'at) (planned 'fix 'title)))
      (tell 'fixedAll (take-action (planned 'fixAll 'at) (planned 'fixAll 'title)))
      (tell 'ignored (take-action (planned 'ignore 'at) (planned 'ignore 'title)))
      (open-file (planned 'format))
      (eglot-format-buffer)
      (tell 'formatted (text))
      (open-file (planned 'rename 'path))
      (go-to (planned 'rename 'at))
      (eglot-rename (planned 'rename 'name))
      (tell 'renamed (text))
      (eglot-shutdown-all))
  (error (tell 'failure (error-message-string failure))))

(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "FAZHI_RESULT") (insert (json-encode seen))))
(kill-emacs)
;;; emacs.el ends here
